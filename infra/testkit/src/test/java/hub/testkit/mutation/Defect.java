package hub.testkit.mutation;

import hub.projections.model.ReadModel;
import hub.projections.projector.ChangeSink;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One thing done wrong, around the service's own code and never inside it.
 *
 * @param name what is wrong
 * @param sink stands between the change stream and the writer
 * @param models stand in for the read models
 * @param script turns the text of the commit script into a wrong one
 */
record Defect(
        String name,
        UnaryOperator<ChangeSink> sink,
        UnaryOperator<List<ReadModel<?>>> models,
        UnaryOperator<String> script) {

    static final Defect NONE =
            new Defect("none", UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Defect inStream(String name, UnaryOperator<ChangeSink> sink) {
        return new Defect(name, sink, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Defect inModels(String name, UnaryOperator<List<ReadModel<?>>> models) {
        return new Defect(name, UnaryOperator.identity(), models, UnaryOperator.identity());
    }

    /** @param right a part of the script that occurs once */
    static Defect inScript(String name, String right, String wrong) {
        return new Defect(name, UnaryOperator.identity(), UnaryOperator.identity(), text -> {
            if (text.split(Pattern.quote(right), -1).length != 2) {
                throw new IllegalStateException("the commit script does not contain, once: " + right);
            }
            return text.replace(right, wrong);
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
