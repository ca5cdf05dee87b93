// Code that few people need, fetched over the widget's own comm: a widget knows no address.

import type { LoadModule } from "../protocol";
import type { Connection } from "./connection";

/**
 * Load a module that stands apart from the exercise (`LATER` in build.mjs).
 *
 * @throws {Error} When the kernel does not answer, or has no such module.
 */
export async function loadModule<Module>(
  connection: Connection,
  name: LoadModule["name"],
): Promise<Module> {
  const { data } = await connection.ask({ kind: "module", name });
  if (!data) throw new Error(`no module ${name}`);
  const url = URL.createObjectURL(new Blob([data as BlobPart], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
