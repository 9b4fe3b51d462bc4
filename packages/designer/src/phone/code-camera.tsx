import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { readCodeVideo } from './code-picture.ts';

const lookIntervalMs = 200;

/** The camera's picture; reports the first QR code that comes into it. */
export function CodeCamera({ onCode }: { readonly onCode: (uri: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [failure, setFailure] = useState<string>();
  const report = useEffectEvent(onCode);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStopped = false;

    const look = async () => {
      const found = video.current === null ? null : await readCodeVideo(video.current);
      if (isStopped) return;
      if (found !== null) report(found);
      else timer = setTimeout(look, lookIntervalMs);
    };
    const start = async () => {
      try {
        // Without a secure address the browser has no such property, whatever its type says.
        const devices: MediaDevices | undefined = navigator.mediaDevices;
        if (devices === undefined) throw new DOMException('', 'SecurityError');
        stream = await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
        if (isStopped || video.current === null) return stop();
        video.current.srcObject = stream;
        await video.current.play();
        await look();
      } catch (error) {
        if (!isStopped) setFailure(cameraFailureText(error));
      }
    };
    const stop = () => {
      isStopped = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    void start();
    return stop;
  }, []);

  return failure === undefined ? (
    <div className="camera">
      <video ref={video} muted playsInline aria-label="Camera picture" />
      <p className="muted">Hold the QR code into the picture.</p>
    </div>
  ) : (
    <p className="screen-failure" role="alert">
      {failure}
    </p>
  );
}

function cameraFailureText(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
      return 'The browser does not let this page use the camera. Allow it, or choose a picture.';
    case 'NotFoundError':
      return 'This computer has no camera. Choose a picture or paste the code.';
    case 'SecurityError':
      return 'Browsers give the camera only to pages on https or localhost. Choose a picture or paste the code.';
  }
  return 'The camera could not be started. Choose a picture or paste the code.';
}
