package hub.query.batch;

import java.util.List;

/** What one request asks for, in its order. */
record Batch(List<Item> items) {

    static final int MAX_ITEMS = 20;

    Batch {
        items = List.copyOf(items);
    }

    /** The same, with what cannot be computed from MySQL refused. */
    Batch forMysql() {
        return new Batch(items.stream().map(Item::forMysql).toList());
    }
}
