/** How fast work goes at each kind of station: by person, and today against what a station should make. */
@NullMarked
package hub.projections.stations;

import org.jspecify.annotations.NullMarked;
