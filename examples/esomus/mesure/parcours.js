// What the site measures by itself. First party, and held until statistics are granted all the same.
;(() => {
  const kept = (name) =>
    document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1)
  const number = () => Math.random().toString(36).slice(2, 10)

  document.cookie = `STCK_ID=${kept('STCK_ID') ?? number()}; Path=/; SameSite=Lax`
  document.cookie = `code_operation=${kept('code_operation') ?? Date.now()}; Path=/; SameSite=Lax`
  const pages = [...(kept('U2') ?? '').split('.').filter(Boolean), location.pathname.slice(1)].slice(-5)
  document.cookie = `U2=${pages.join('.')}; Path=/; Max-Age=${390 * 86400}; SameSite=Lax`
})()
