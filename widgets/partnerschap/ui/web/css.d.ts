declare module "*.css" {
  /** Only in the harness of a browser test; elsewhere a style sheet is built beside the module. */
  const text: string;
  export default text;
}
