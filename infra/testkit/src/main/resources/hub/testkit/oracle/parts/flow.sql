-- The stations in the order of the flow.
flow AS (
  SELECT 1 AS n, 'Picking' AS name, 'Picking' AS activity_type UNION ALL SELECT 2, 'Labeling', 'Labeling'
  UNION ALL SELECT 3, 'Film Matching', 'Film Matching' UNION ALL SELECT 4, 'Heat Press', 'In Production'
  UNION ALL SELECT 5, 'Shipping', 'QC Passed'
)
