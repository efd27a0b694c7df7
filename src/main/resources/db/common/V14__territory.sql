-- Territories that were saved by name: the question and who has which community, as JSON.
CREATE TABLE territory_plan (
  id         VARCHAR(36)   PRIMARY KEY,
  name       VARCHAR(200)  NOT NULL,
  note       VARCHAR(2000),
  content    VARCHAR(1000000) NOT NULL,
  created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  version    BIGINT        NOT NULL
);
