-- The five who cost least per item from :from to :to.
WITH
@costs
SELECT id, name, ROUND(total_cost / items_processed, 3) AS cost_per_item
FROM cost_people
WHERE items_processed > 0
ORDER BY cost_per_item, items_processed DESC, id
LIMIT 5
