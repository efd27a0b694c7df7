-- The same tables on H2GIS and PostGIS. Unknown numbers are NULL, never 0.
CREATE TABLE app_user (
  username      VARCHAR(100) PRIMARY KEY,
  password_hash VARCHAR(200) NOT NULL,
  role          VARCHAR(50)  NOT NULL,
  version       BIGINT       NOT NULL
);

CREATE TABLE area (
  code         VARCHAR(40)  PRIMARY KEY,
  name         VARCHAR(300) NOT NULL,
  level        VARCHAR(20)  NOT NULL,
  parent_code  VARCHAR(40),
  urban        BOOLEAN,
  service_zone VARCHAR(20),
  households   DOUBLE PRECISION,
  residents    DOUBLE PRECISION,
  boundary     GEOMETRY(MULTIPOLYGON, 4326),
  sample       BOOLEAN      NOT NULL,
  version      BIGINT       NOT NULL
);
CREATE INDEX area_parent ON area (parent_code);

CREATE TABLE facility (
  id               UUID          PRIMARY KEY,
  external_id      VARCHAR(200)  NOT NULL UNIQUE,
  name             VARCHAR(300)  NOT NULL,
  type             VARCHAR(60)   NOT NULL,
  status           VARCHAR(20)   NOT NULL,
  location         GEOMETRY(POINT, 4326) NOT NULL,
  area_code        VARCHAR(40),
  operator         VARCHAR(2000),
  address          VARCHAR(2000),
  phone            VARCHAR(2000),
  opening_hours    VARCHAR(2000),
  fees             VARCHAR(2000),
  services         VARCHAR(2000),
  beds             INTEGER,
  nursing_beds     INTEGER,
  meals_per_day    INTEGER,
  star_rating      INTEGER,
  floor_area_square_meters DOUBLE PRECISION,
  step_free        BOOLEAN,
  last_verified    DATE,
  source           VARCHAR(2000),
  source_datum     VARCHAR(60),
  sample           BOOLEAN       NOT NULL,
  version          BIGINT        NOT NULL
);
CREATE INDEX facility_type ON facility (type);

CREATE TABLE demand_point (
  id           BIGINT        PRIMARY KEY,
  external_id  VARCHAR(200)  NOT NULL UNIQUE,
  location     GEOMETRY(POINT, 4326) NOT NULL,
  area_code    VARCHAR(40),
  residents    DOUBLE PRECISION,
  households   DOUBLE PRECISION,
  age60        DOUBLE PRECISION,
  age65        DOUBLE PRECISION,
  age80        DOUBLE PRECISION,
  living_alone DOUBLE PRECISION,
  empty_nest   DOUBLE PRECISION,
  left_behind  DOUBLE PRECISION,
  disabled     DOUBLE PRECISION,
  dementia     DOUBLE PRECISION,
  bereaved     DOUBLE PRECISION,
  low_income   DOUBLE PRECISION,
  sample       BOOLEAN       NOT NULL,
  version      BIGINT        NOT NULL
);
CREATE INDEX demand_point_area ON demand_point (area_code);

-- The street network in force; the built graph itself is a file in CAREMAP_HOME/streets.
CREATE TABLE street_network (
  id          UUID          PRIMARY KEY,
  name        VARCHAR(300)  NOT NULL,
  graph_file  VARCHAR(300)  NOT NULL,
  source_file VARCHAR(300),
  attribution VARCHAR(300)  NOT NULL,
  imported_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  sample      BOOLEAN       NOT NULL,
  version     BIGINT        NOT NULL
);

-- Facts about this installation that must survive a restart (e.g. that the sample was once offered).
CREATE TABLE installation (
  fact  VARCHAR(100) PRIMARY KEY,
  content VARCHAR(2000) NOT NULL,
  version BIGINT NOT NULL
);
