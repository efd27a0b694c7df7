-- What a bureau makes of the plans: its own and edited rules, the plans it adopted, its exceptions.
CREATE TABLE standard_rule (
    id VARCHAR(60) PRIMARY KEY,
    content VARCHAR(20000) NOT NULL,
    version BIGINT NOT NULL
);
CREATE TABLE standard_plan (
    code VARCHAR(60) PRIMARY KEY,
    adopted BOOLEAN NOT NULL,
    version BIGINT NOT NULL
);
CREATE TABLE standard_exception (
    id VARCHAR(60) PRIMARY KEY,
    content VARCHAR(20000) NOT NULL,
    version BIGINT NOT NULL
);
