// Whether this front end and the widget in Python are of one version. They can differ: in a kernel that
// runs on while the package is renewed, and in a notebook that was saved with an older widget.

import type { AnyModel } from "@anywidget/types";

/** `VERSION` of `partnerschap.ui.version`, as it was when this was built. */
declare const FRONT_END_VERSION: string;

/** Whether the widget was made by the version that this front end was built with. */
export const isSameVersion = (model: AnyModel): boolean =>
  model.get("version") === FRONT_END_VERSION;
