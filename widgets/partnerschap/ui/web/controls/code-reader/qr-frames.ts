// QR codes in a picture of a video: with what the browser has, or else with our own decoder.

/** The longest side of a picture that our own decoder looks at, in px. */
const LARGEST = 800;
/** How long it may try other ways to read a picture, in ms. */
const EFFORT = 60;

/** Gives the texts that it sees. */
export type FrameReader = (video: HTMLVideoElement) => Promise<string[]>;

/** Our own decoder, `qr-decoder.ts`; it is large, and most browsers have one. */
export type Decoder = Pick<typeof import("./qr-decoder"), "decodeQR">;
export type DecoderLoader = () => Promise<Decoder>;

/** What some browsers offer (https://developer.mozilla.org/docs/Web/API/BarcodeDetector). */
interface BarcodeDetector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
interface BarcodeDetectorClass {
  new (options: { formats: string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** @param loadDecoder Called only where the browser cannot read codes itself. */
export async function createFrameReader(loadDecoder: DecoderLoader): Promise<FrameReader> {
  let read = (await browserReader()) ?? (await ownReader(loadDecoder));
  return async (video) => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return [];
    try {
      return await read(video);
    } catch {
      // Some browsers offer a detector and turn out to have none.
      read = await ownReader(loadDecoder);
      return [];
    }
  };
}

async function browserReader(): Promise<FrameReader | null> {
  const { BarcodeDetector: Detector } = window as { BarcodeDetector?: BarcodeDetectorClass };
  try {
    if (!Detector || !(await Detector.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new Detector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
  } catch {
    return null;
  }
}

async function ownReader(loadDecoder: DecoderLoader): Promise<FrameReader> {
  const { decodeQR } = await loadDecoder();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    const scale = Math.min(1, LARGEST / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    if (!context) return [];
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return [decodeQR(picture, { timeLimit: EFFORT })];
    } catch {
      return []; // its way to say that there is no code in this picture
    }
  };
}
