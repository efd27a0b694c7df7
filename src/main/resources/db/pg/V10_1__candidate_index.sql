CREATE INDEX candidate_location ON candidate USING GIST (location);
