/** A player element of tarteaucitron: its class, and the address of its frame. */
export interface Player {
  readonly service: string
  /** @returns nothing where the element names no film or an address that is none */
  readonly address: (data: (name: string) => string) => string | undefined
}

const film = (base: string) => (data: (name: string) => string) => {
  const id = data('videoid')
  return /^[\w-]+$/.test(id) ? base + id : undefined
}

const given = (data: (name: string) => string) => {
  const url = data('url')
  return /^(https?:)?\/\//.test(url) ? url : undefined
}

/** By class. Source: tarteaucitron.services.js of 1.32.0. */
export const players: { readonly [name: string]: Player } = {
  youtube_player: { service: 'youtube', address: film('https://www.youtube-nocookie.com/embed/') },
  vimeo_player: { service: 'vimeo', address: film('https://player.vimeo.com/video/') },
  dailymotion_player: { service: 'dailymotion', address: film('https://www.dailymotion.com/embed/video/') },
  googlemapsembed: { service: 'googlemapsembed', address: given },
  tac_iframe: { service: 'iframe', address: given },
}
