-- The jobs ask every few seconds what became of their runs, and which alerts are open: neither may take longer each year.
ALTER TABLE hub_job_runs ADD KEY by_outcome (job, outcome, started_at);
ALTER TABLE hub_alerts ADD KEY open_ones (kind, closed_at);
