package hub.projections.view;

import java.time.LocalDate;

/** A view of one Central day. */
public record DayQuery(LocalDate date) {}
