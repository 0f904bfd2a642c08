-- The ten most awarded active people, daily. Column names are the answer's fields.
WITH
counted AS (SELECT :today AS first_day),
@award_board
