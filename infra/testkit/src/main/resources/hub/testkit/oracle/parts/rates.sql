-- What an item and an hour were worth on days that are over, as recorded when they were sealed. What is not recorded is worth
-- what it is worth now.
rates AS (
  SELECT score_date AS d, kind, subject_id, rate FROM hub_day_rates WHERE DAY_START(score_date + INTERVAL 1 DAY) <= :now
)
