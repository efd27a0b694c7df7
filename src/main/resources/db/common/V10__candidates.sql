-- Places where a facility could open: idle premises and community buildings. Unknown is NULL.
CREATE TABLE candidate (
  id                 UUID          PRIMARY KEY,
  external_id        VARCHAR(200)  NOT NULL UNIQUE,
  name               VARCHAR(300)  NOT NULL,
  kind               VARCHAR(40)   NOT NULL,
  location           GEOMETRY(POINT, 4326) NOT NULL,
  area_square_meters DOUBLE PRECISION,
  cost_yuan          DOUBLE PRECISION,
  capacity           INTEGER,
  types              VARCHAR(4000),
  owner              VARCHAR(2000),
  address            VARCHAR(2000),
  area_code          VARCHAR(40),
  available          BOOLEAN       NOT NULL,
  sample             BOOLEAN       NOT NULL,
  version            BIGINT        NOT NULL
);
