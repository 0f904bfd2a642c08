package hub.app.demo;

/** The five roles of the warehouse with invented figures, and how the PodFactory sync labels their work. */
enum Job {
    HEAT_PRESSING(1, "Heat Pressing", false, "2.00", 60, 10, "In Production", "Heat Press"),
    SHIPPING(2, "Packing and Shipping", false, "1.00", 100, 10, "QC Passed", "Packing"),
    PICKER(3, "Picker", true, "0.50", 120, 5, "Picking", "Picking"),
    LABELER(4, "Labeler", true, "0.50", 120, 5, "Labeling", "Labeling"),
    FILM_MATCHING(5, "Film Matching", true, "1.00", 90, 5, "Film Matching", "Film Matching");

    final int roleId;
    final String roleName;
    final boolean batch;
    final String multiplier;
    final int expectedPerHour;
    final int idleMinutes;
    final String activityType;
    final String department;

    Job(
            int roleId,
            String roleName,
            boolean batch,
            String multiplier,
            int expectedPerHour,
            int idleMinutes,
            String activityType,
            String department) {
        this.roleId = roleId;
        this.roleName = roleName;
        this.batch = batch;
        this.multiplier = multiplier;
        this.expectedPerHour = expectedPerHour;
        this.idleMinutes = idleMinutes;
        this.activityType = activityType;
        this.department = department;
    }

    String scanType() {
        return batch ? "batch_scan" : "item_scan";
    }
}
