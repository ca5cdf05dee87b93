// @ts-check
// Loads a widget's front end from the server that serves the page, so that the browser keeps it.

export default {
  /** @param {{model: import("@anywidget/types").AnyModel, el: HTMLElement}} context */
  async render({ model, el }) {
    const url = new URL(`/partnerschap/ui/${model.get("front_end")}.js`, document.baseURI);
    const frontEnd = await import(url.href);
    await frontEnd.render({ model, el });
  },
};
