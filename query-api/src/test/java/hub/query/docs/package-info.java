@org.jspecify.annotations.NullMarked
package hub.query.docs;
