const NOTES_HZ = [660, 880];
const NOTE_S = 0.16;
const VOLUME = 0.12;

let audio: AudioContext | null = null;

/** Two soft notes. Silent where the browser allows no sound: that is only given after a click of the agent's. */
export function chime(): void {
  audio ??= new AudioContext();
  void audio.resume();
  NOTES_HZ.forEach((frequency, index) => play(audio!, frequency, audio!.currentTime + index * NOTE_S));
}

function play(context: AudioContext, frequency: number, atS: number): void {
  const note = new OscillatorNode(context, { frequency });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(VOLUME, atS);
  volume.gain.exponentialRampToValueAtTime(0.001, atS + 2 * NOTE_S);
  note.connect(volume).connect(context.destination);
  note.start(atS);
  note.stop(atS + 2 * NOTE_S);
}
