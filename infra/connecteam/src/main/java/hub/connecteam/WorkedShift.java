package hub.connecteam;

/** @param user Connecteam's id of who worked it */
record WorkedShift(String user, Shift shift) {}
