-- Scenarios that planners save by name. Changes, the content hashes of the data they were made on,
-- what the changed things looked like then, and figures by area-free totals are JSON.
CREATE TABLE scenario (
  id         UUID          PRIMARY KEY,
  name       VARCHAR(100)  NOT NULL,
  note       VARCHAR(4000),
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  changes    VARCHAR(1000000) NOT NULL,
  data       VARCHAR(10000) NOT NULL,
  seen       VARCHAR(1000000) NOT NULL,
  figures    VARCHAR(1000000) NOT NULL,
  version    BIGINT        NOT NULL,
  UNIQUE (name)
);

-- What a scenario was before its changes were edited or rebased: nothing that was planned is lost.
CREATE TABLE scenario_version (
  scenario_id UUID         NOT NULL REFERENCES scenario (id),
  version     BIGINT       NOT NULL,
  name        VARCHAR(100) NOT NULL,
  note        VARCHAR(4000),
  updated_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  changes     VARCHAR(1000000) NOT NULL,
  data        VARCHAR(10000) NOT NULL,
  PRIMARY KEY (scenario_id, version)
);
