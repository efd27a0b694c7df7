-- Figures that were published, with what they were computed from. The data themselves are files in
-- CAREMAP_HOME/runs, by their content.
CREATE TABLE published_run (
  id           VARCHAR(16)   PRIMARY KEY,
  kind         VARCHAR(40)   NOT NULL,
  title        VARCHAR(300)  NOT NULL,
  inputs       VARCHAR(100000) NOT NULL,
  published_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  published_by VARCHAR(100)  NOT NULL,
  version      BIGINT        NOT NULL
);

CREATE TABLE published_figure (
  run_id       VARCHAR(16)   NOT NULL REFERENCES published_run (id),
  place        INTEGER       NOT NULL,
  figure_key   VARCHAR(500)  NOT NULL,
  figure_value DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (run_id, place)
);
