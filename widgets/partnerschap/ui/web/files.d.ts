/** A style sheet is built beside the module that imports it. */
declare module "*.css";

/** A drawing of the book, which the build reads into shapes. */
declare module "*.svg" {
  const shape: import("./controls/drawn/shapes").Shape;
  export default shape;
}
