-- What elders and families ask of a facility. Unknown is NULL.
ALTER TABLE facility ADD COLUMN name_en VARCHAR(300);
ALTER TABLE facility ADD COLUMN free_places INTEGER;
ALTER TABLE facility ADD COLUMN free_places_on DATE;
ALTER TABLE facility ADD COLUMN audience VARCHAR(2000);
ALTER TABLE facility ADD COLUMN delivery_areas VARCHAR(4000);
ALTER TABLE facility ADD COLUMN website VARCHAR(2000);
