CREATE SPATIAL INDEX area_boundary ON area (boundary);
CREATE SPATIAL INDEX facility_location ON facility (location);
CREATE SPATIAL INDEX demand_point_location ON demand_point (location);
