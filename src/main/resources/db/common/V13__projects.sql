-- The project library. Unknown is NULL. Projects that are taken out stay, with the day; what every
-- field was before stands in project_change.
CREATE TABLE project (
  id               UUID          PRIMARY KEY,
  name             VARCHAR(300)  NOT NULL,
  kind             VARCHAR(20)   NOT NULL,
  type             VARCHAR(60),
  location         GEOMETRY(POINT, 4326),
  area_code        VARCHAR(40),
  plan_year        INTEGER       NOT NULL,
  quarter          INTEGER,
  status           VARCHAR(20)   NOT NULL,
  cost_yuan        DOUBLE PRECISION,
  funding_source   VARCHAR(2000),
  responsible_unit VARCHAR(2000),
  capacity         INTEGER,
  scenario         UUID,
  scenario_change  VARCHAR(300),
  candidate        VARCHAR(300),
  facility         VARCHAR(200),
  gain_people      DOUBLE PRECISION,
  lost_people      DOUBLE PRECISION,
  meets_standard   BOOLEAN,
  socially_run     BOOLEAN,
  note             VARCHAR(4000),
  created_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  deleted_at       TIMESTAMP(3) WITH TIME ZONE,
  version          BIGINT        NOT NULL
);

CREATE TABLE project_change (
  id         UUID          PRIMARY KEY,
  project_id UUID          NOT NULL REFERENCES project (id),
  place      INTEGER       NOT NULL,
  changed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  field_name VARCHAR(60)   NOT NULL,
  from_value VARCHAR(4000),
  to_value   VARCHAR(4000),
  UNIQUE (project_id, place)
);
