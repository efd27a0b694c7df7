-- Sums of grants that the bureau has changed; the others are those of geodata/siting/grants.yaml.
CREATE TABLE siting_grant (
  code    VARCHAR(60)      PRIMARY KEY,
  yuan    DOUBLE PRECISION NOT NULL,
  version BIGINT           NOT NULL
);
