-- The ten most awarded active people, all. Column names are the answer's fields.
WITH
counted AS (SELECT NULL AS first_day),
@award_board
