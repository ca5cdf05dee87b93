// @ts-check
// Code that few people need, fetched over the widget's own comm: a widget knows no address.

/**
 * Load a module that stands apart from the exercise (`LATER` in build.mjs).
 * @param {import("./connection.js").Connection} connection
 * @param {string} name
 * @returns {Promise<any>}
 * @throws {import("./connection.js").Lost} When the kernel does not answer.
 */
export async function loadModule(connection, name) {
  const { data } = await connection.ask({ kind: "module", name });
  const url = URL.createObjectURL(new Blob([data], { type: "text/javascript" }));
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
