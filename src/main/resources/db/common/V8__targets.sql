-- A bureau's own plan tables, as text, line by line as in the file that was loaded.
CREATE TABLE target_table (
  code VARCHAR(60) PRIMARY KEY,
  name VARCHAR(300) NOT NULL,
  file_name VARCHAR(300) NOT NULL,
  content VARCHAR(1000000) NOT NULL,
  version BIGINT NOT NULL
);
