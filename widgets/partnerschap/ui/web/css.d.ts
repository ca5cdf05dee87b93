/** A style sheet is built beside the module that imports it. */
declare module "*.css";
