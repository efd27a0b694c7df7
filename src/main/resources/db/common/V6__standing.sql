-- What standards and yearly targets ask of facilities and areas. Unknown is NULL.
ALTER TABLE facility ADD COLUMN opened_on DATE;
ALTER TABLE facility ADD COLUMN socially_run BOOLEAN;
ALTER TABLE facility ADD COLUMN medical_care VARCHAR(20);
ALTER TABLE facility ADD COLUMN residents INTEGER;
ALTER TABLE facility ADD COLUMN land_area_square_meters DOUBLE PRECISION;
ALTER TABLE facility ADD COLUMN meets_standard BOOLEAN;
ALTER TABLE facility ADD COLUMN leading_centre VARCHAR(200);
ALTER TABLE facility ADD COLUMN demonstration_site BOOLEAN;
ALTER TABLE facility ADD COLUMN regional_centre BOOLEAN;
ALTER TABLE area ADD COLUMN estate_age VARCHAR(20);
ALTER TABLE area ADD COLUMN purchased_service_elders DOUBLE PRECISION;
ALTER TABLE area ADD COLUMN emergency_call_elders DOUBLE PRECISION;
ALTER TABLE area ADD COLUMN regional_provision BOOLEAN;
