-- The ten most awarded active people, weekly. Column names are the answer's fields.
WITH
counted AS (SELECT :today - INTERVAL 7 DAY AS first_day),
@award_board
