declare module 'chromium-109' {
  const packed: { executablePath(): Promise<string> };
  export default packed;
}
