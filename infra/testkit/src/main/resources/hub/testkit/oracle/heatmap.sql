-- The working hours of :day, with points in percent of 500.
WITH
@hours
SELECT h AS hour_of_day, people, items, ROUND(points, 1) AS points, ROUND(LEAST(100, points / 5), 1) AS intensity
FROM day_hours
ORDER BY h
