package hub.connecteam;

import java.util.List;

/**
 * What was understood of an answer.
 *
 * @param skipped records that say too little to be used, such as a shift without a start
 */
record Understood<T>(List<T> records, int skipped) {

    Understood {
        records = List.copyOf(records);
    }
}
