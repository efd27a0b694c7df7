CREATE SPATIAL INDEX candidate_location ON candidate (location);
