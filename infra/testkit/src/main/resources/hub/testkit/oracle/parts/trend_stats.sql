-- One row per series: the last seven of its days, the seven before, and how far its days lie apart.
stats AS (
  SELECT series, COUNT(*) AS n, SUM(items) AS items, SUM(points) AS points, SUM(points * points) AS squares,
         SUM(IF(back <= 7, points, 0)) AS last7, SUM(IF(back BETWEEN 8 AND 14, points, 0)) AS before7
  FROM (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY series ORDER BY d DESC) AS back FROM days_of s) numbered
  GROUP BY series
),
trend_of AS (
  SELECT s.*,
         CASE WHEN n < 14 THEN 'insufficient_data'
              WHEN last7 > IF(before7 > 0, before7 * 1.05, before7) THEN 'improving'
              WHEN last7 < IF(before7 > 0, before7 * 0.95, before7) THEN 'declining'
              ELSE 'stable' END AS direction,
         IF(n >= 14 AND before7 > 0, ROUND((last7 - before7) * 100 / before7, 1), NULL) AS change_percent,
         IF(points > 0,
            GREATEST(0, ROUND((points - n * CAST(SQRT((n * squares - points * points) / (n * n)) AS DECIMAL(30, 10))) / points, 2)),
            NULL) AS consistency
  FROM stats s
)
