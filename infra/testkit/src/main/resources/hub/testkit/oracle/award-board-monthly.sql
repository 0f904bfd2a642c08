-- The ten most awarded active people, monthly. Column names are the answer's fields.
WITH
counted AS (SELECT DATE_FORMAT(:today, '%Y-%m-01') AS first_day),
@award_board
