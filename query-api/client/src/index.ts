export { HubClient, type Answered, type ClientOptions, type Credentials, type StreamOptions } from "./client.js";
export { HubProblem } from "./problem.js";
export type { Answer, Body, Facts, GetOptions, GetPath, HubEvent, Problem, View } from "./types.js";
