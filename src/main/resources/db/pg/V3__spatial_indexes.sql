CREATE INDEX area_boundary ON area USING GIST (boundary);
CREATE INDEX facility_location ON facility USING GIST (location);
CREATE INDEX demand_point_location ON demand_point USING GIST (location);
