const button = document.querySelector('button')
const position = document.querySelector('progress')
let timer = 0

button.addEventListener('click', () => {
  const playing = timer !== 0
  button.setAttribute('aria-label', playing ? 'Play' : 'Pause')
  clearInterval(timer)
  timer = playing ? 0 : setInterval(() => (position.value = (position.value + 0.5) % 100), 100)
})
