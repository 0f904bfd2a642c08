import type { components, operations, paths } from "./schema.js";

type Json<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Body } } } }
  ? Body
  : never;

/** The paths that answer GET requests with JSON. */
export type GetPath = {
  [Path in keyof paths]: paths[Path] extends { get: infer Operation }
    ? [Json<Operation>] extends [never]
      ? never
      : Path
    : never;
}[keyof paths];

/** What a path answers. */
export type Answer<Path extends GetPath> = paths[Path] extends { get: infer Operation } ? Json<Operation> : never;

type ParametersOf<Path extends GetPath> = paths[Path] extends { get: { parameters: infer Parameters } }
  ? Parameters
  : never;

type Given<Parameters, In extends string> = Parameters extends Record<In, infer Must>
  ? [Must] extends [never]
    ? { [Key in In]?: never }
    : { [Key in In]: Must }
  : Parameters extends Partial<Record<In, infer May>>
    ? { [Key in In]?: May }
    : { [Key in In]?: never };

/** The query and the ids in the path that a path takes. */
export type GetOptions<Path extends GetPath> = Given<ParametersOf<Path>, "query"> & Given<ParametersOf<Path>, "path">;

/** The views that can be streamed. */
export type View = operations["stream"]["parameters"]["query"]["views"][number];

/** What a view shows. */
export type Body<Name extends View> = Name extends keyof operations ? Json<operations[Name]> : never;

/** An RFC 9457 problem. */
export type Problem = components["schemas"]["Problem"];

/** What holds for an event: where it stands, and how far it may be trusted. */
export type Facts = Pick<
  components["schemas"]["ProgressEvent"],
  "position" | "position_at_least" | "as_of" | "evaluated_at" | "generation" | "state" | "source"
>;

type OfView<Name extends View> = Name extends View
  ? { readonly type: "view"; readonly view: Name; readonly etag: string; readonly body: Body<Name> } & Facts
  : never;

/** One event of a stream of these views; described in STREAM.md. */
export type HubEvent<Name extends View = View> =
  | OfView<Name>
  | { readonly type: "problem"; readonly view: Name; readonly problem: Problem }
  | ({ readonly type: "progress" } & Facts)
  | ({ readonly type: "resync" } & components["schemas"]["ResyncEvent"])
  | ({ readonly type: "end" } & components["schemas"]["EndEvent"]);
