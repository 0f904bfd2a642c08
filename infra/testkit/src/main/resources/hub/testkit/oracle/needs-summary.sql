-- Column names are the answer's fields.
WITH
@pending,
@unmapped,
@unlinked
SELECT (SELECT COUNT(*) FROM unlinked) AS no_connecteam_count, (SELECT COUNT(*) FROM unmapped) AS no_podfactory_count,
       (SELECT COUNT(*) FROM pending) AS pending_verification_count,
       (SELECT COUNT(*) FROM unlinked) + (SELECT COUNT(*) FROM unmapped) + (SELECT COUNT(*) FROM pending)
         AS total_attention_needed
