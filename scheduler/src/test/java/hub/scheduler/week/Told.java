package hub.scheduler.week;

/**
 * What an instance tells of itself, in one line.
 *
 * @param looks how often it has looked what is due
 * @param busyMinutes for how long, by its clock, the oldest of its runs has been under way; one that is held does not count
 * @param held the job of which a run stays where it was asked to, or {@link Hold#NOBODY}
 * @param underWay the jobs of which a run is under way, joined by commas, or {@link Hold#NOBODY}
 * @param overtaken how many of its runs of the job that was held last found that another had taken over, and wrote nothing
 * @param failed how many of these failed otherwise
 * @param mysqlLocks how many locks MySQL gave it in place of Redis
 */
record Told(int looks, long busyMinutes, String held, String underWay, int overtaken, int failed, int mysqlLocks) {

    static final Told NOTHING = new Told(0, 0, Hold.NOBODY, Hold.NOBODY, 0, 0, 0);

    private static final String MARK = "told ";

    String line() {
        return MARK
                + String.join(
                        " ",
                        Integer.toString(looks),
                        Long.toString(busyMinutes),
                        held,
                        underWay,
                        Integer.toString(overtaken),
                        Integer.toString(failed),
                        Integer.toString(mysqlLocks));
    }

    static Told parse(String line) {
        String[] words = line.substring(MARK.length()).split(" ");
        return new Told(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                words[2],
                words[3],
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]),
                Integer.parseInt(words[6]));
    }

    boolean isHeld() {
        return !held.equals(Hold.NOBODY);
    }

    boolean runs(String job) {
        return java.util.List.of(underWay.split(",")).contains(job);
    }
}
