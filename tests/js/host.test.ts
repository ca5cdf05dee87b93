import assert from "node:assert/strict";
import { test } from "node:test";
import { exerciseAddress } from "../../widgets/partnerschap/ui/web/lib/host";

const to = (here: string) => exerciseAddress("meedoen", { search: "?sessie=ABC234" }, here);

test("in Voila another exercise is the page beside this one, wherever Voila is served", () => {
  const page = "voila/render/workshop.ipynb";
  const found = "voila/render/meedoen.ipynb?sessie=ABC234";
  assert.equal(to(`http://10.0.0.5:8866/${page}#trainer=x`), `http://10.0.0.5:8866/${found}`);
  assert.equal(to(`https://uni.nl/user/an/${page}?a=b`), `https://uni.nl/user/an/${found}`);
  assert.equal(
    to("http://h/voila/render/cursus/exercises/workshop.ipynb"),
    "http://h/voila/render/cursus/exercises/meedoen.ipynb?sessie=ABC234",
  );
});

test("elsewhere an exercise has no page to send anybody to", () => {
  for (const here of [
    "http://localhost:8888/lab/tree/workshop.ipynb",
    "http://localhost:8888/notebooks/workshop.ipynb",
    "http://localhost:8866/", // `voila workshop.ipynb` serves that one alone
    "http://localhost:8866/voila/render/",
  ])
    assert.equal(to(here), null, here);
});

test("the trainer's secret goes along in the hash, which is not sent to a server", () => {
  const here = "http://h/voila/render/workshop.ipynb?old=1#old";
  assert.equal(
    exerciseAddress("actieplan", { hash: "#trainer=abc" }, here),
    "http://h/voila/render/actieplan.ipynb#trainer=abc",
  );
});
