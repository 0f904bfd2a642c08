-- What happens within hours if everything goes on as at :now. Column names are the answer's fields.
WITH
@station_states,
soon AS (
  SELECT n, 1 AS part, name, CAST(300 - queue AS DECIMAL(30, 12)) / growth AS hours
  FROM station_states
  WHERE growth > 0 AND queue < 300 AND CAST(300 - queue AS DECIMAL(30, 12)) / growth < 2
  UNION ALL
  SELECT n, 2, name, CAST(queue AS DECIMAL(30, 12)) / -growth
  FROM station_states
  WHERE growth < -10 AND n > 1 AND CAST(queue AS DECIMAL(30, 12)) / -growth < 1
)
SELECT name AS station,
       IF(part = 1, CONCAT('Queue will reach 300 items in ', ROUND(hours, 1), ' hours'),
                    CONCAT('Will run out of work in ', ROUND(hours * 60, 0), ' minutes')) AS message,
       IF(part = 1 AND hours < 0.5, 'high', 'medium') AS severity, ROUND(hours, 1) AS hours
FROM soon
ORDER BY n, part
