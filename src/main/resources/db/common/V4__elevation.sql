-- The elevation in force; the raster itself is a file in CAREMAP_HOME/elevation.
CREATE TABLE elevation (
  id              UUID          PRIMARY KEY,
  name            VARCHAR(300)  NOT NULL,
  raster_file     VARCHAR(300)  NOT NULL,
  attribution     VARCHAR(300)  NOT NULL,
  source_checksum VARCHAR(64)   NOT NULL,
  imported_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version         BIGINT        NOT NULL
);
