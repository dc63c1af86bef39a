'use strict';
(() => {
  const film = JSON.parse(document.getElementById('film').textContent);
  const starts = Date.parse(film.starts + 'Z');
  const byId = id => document.getElementById(id);
  const [play, next, speed, clock, when] = ['play', 'next', 'speed', 'clock', 'when'].map(byId);
  const flashMinutes = 150;
  let time = 0;
  let isPlaying = false;
  let drawnAt = null;

  // A trip as points in time and place: a negative number is a hold, any other a leg.
  function unpacked([route, seized, firearms, left, ...steps]) {
    const places = film.routes[route];
    const at = [left];
    const where = [places[0]];
    let step = 0;
    for (const minutes of steps) {
      step += minutes < 0 ? 0 : 1;
      at.push(at[at.length - 1] + Math.abs(minutes));
      where.push(places[step]);
    }
    return { at, where, seized, firearms, ended: at[at.length - 1], place: where[where.length - 1] };
  }

  const figures = [...document.querySelectorAll('figure')];
  const panels = film.panels.map((panel, i) => ({
    trips: panel.trips.map(unpacked),
    posts: panel.posts.map(([x, y, standsWith, place, ...shifts]) => ({ x, y, standsWith, place, shifts })),
    canvas: figures[i].querySelector('canvas'),
    count: figures[i].querySelector('.count'),
  }));
  const seizures = panels.flatMap(p => p.trips).filter(t => t.seized && t.ended >= 0 && t.ended < film.minutes).map(t => t.ended).sort((a, b) => a - b);

  function placeOf(trip) {
    let i = 0;
    while (trip.at[i + 1] <= time) {
      i++;
    }
    const [x1, y1] = film.places[trip.where[i]];
    const [x2, y2] = film.places[trip.where[i + 1]];
    const share = (time - trip.at[i]) / (trip.at[i + 1] - trip.at[i]);
    return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
  }

  function draw(panel) {
    const scale = panel.canvas.clientWidth / film.width;
    const sharpness = window.devicePixelRatio || 1;
    panel.canvas.width = Math.round(panel.canvas.clientWidth * sharpness);
    panel.canvas.height = Math.round(panel.canvas.clientHeight * sharpness);
    const g = panel.canvas.getContext('2d');
    g.scale(scale * sharpness, scale * sharpness);
    const standsWith = new Map(panel.posts.map(p => [p.place, p.standsWith]));
    const found = new Map();
    const flashes = [];
    let left = 0;
    let caught = 0;
    let firearms = 0;
    g.fillStyle = '#3d3d3d';
    for (const trip of panel.trips) {
      if (trip.at[0] > time) {
        break;
      }
      left += trip.at[0] >= 0 ? 1 : 0;
      if (trip.ended > time) {
        const [x, y] = placeOf(trip);
        g.beginPath();
        g.arc(x, y, 2.6, 0, 2 * Math.PI);
        g.fill();
      } else if (trip.seized && trip.ended >= 0) {
        const place = standsWith.get(trip.place) ?? trip.place;
        caught++;
        firearms += trip.firearms;
        found.set(place, (found.get(place) ?? 0) + trip.firearms);
        if (time - trip.ended < flashMinutes) {
          flashes.push([place, (time - trip.ended) / flashMinutes]);
        }
      }
    }
    for (const [place, number] of found) {
      circle(g, film.places[place], number);
    }
    for (const [place, age] of flashes) {
      g.strokeStyle = `rgba(128, 22, 80, ${1 - age})`;
      g.lineWidth = 3;
      g.beginPath();
      g.arc(...film.places[place], 6 + 26 * age, 0, 2 * Math.PI);
      g.stroke();
    }
    for (const post of panel.posts) {
      square(g, post);
    }
    const words = (n, one) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
    panel.count.textContent = `${words(left, 'shipment')} left so far, ${caught.toLocaleString('en')} seized with ${words(firearms, 'firearm')}`;
  }

  function circle(g, [x, y], number) {
    const radius = Math.min(30, 2.2 * Math.sqrt(number));
    g.fillStyle = 'rgba(128, 22, 80, .55)';
    g.beginPath();
    g.arc(x, y, radius, 0, 2 * Math.PI);
    g.fill();
    g.font = '600 13px sans-serif';
    g.textAlign = 'center';
    g.lineWidth = 3;
    g.strokeStyle = '#fff';
    g.fillStyle = '#801650';
    g.strokeText(number, x, Math.max(14, y - radius - 4));
    g.fillText(number, x, Math.max(14, y - radius - 4));
  }

  function square(g, post) {
    let isOn = false;
    for (let i = 0; i < post.shifts.length; i += 2) {
      isOn = isOn || (post.shifts[i] <= time && time < post.shifts[i + 1]);
    }
    g.lineWidth = 1.8;
    g.strokeStyle = '#12436d';
    g.fillStyle = isOn ? '#12436d' : '#fff';
    g.fillRect(post.x - 3.6, post.y - 3.6, 7.2, 7.2);
    g.strokeRect(post.x - 3.6, post.y - 3.6, 7.2, 7.2);
  }

  function show(minutes) {
    time = Math.max(0, Math.min(film.minutes, minutes));
    const words = new Date(starts + time * 60000).toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
    clock.textContent = words;
    when.value = time;
    when.setAttribute('aria-valuetext', words);
    panels.forEach(draw);
  }

  function run(isOn) {
    isPlaying = isOn;
    drawnAt = null;
    play.textContent = isOn ? 'Pause' : time >= film.minutes ? 'Play again' : 'Play';
    if (isOn) {
      requestAnimationFrame(move);
    }
  }

  function move(now) {
    if (!isPlaying) {
      return;
    }
    const passed = drawnAt === null ? 0 : Math.min(now - drawnAt, 100);
    drawnAt = now;
    show(time + passed / 1000 * 60 * Number(speed.value));
    if (time >= film.minutes) {
      run(false);
    } else {
      requestAnimationFrame(move);
    }
  }

  play.addEventListener('click', () => {
    if (!isPlaying && time >= film.minutes) {
      show(0);
    }
    run(!isPlaying);
  });
  next.addEventListener('click', () => {
    run(false);
    show(seizures.find(at => at > time) ?? film.minutes);
    run(false);
  });
  when.addEventListener('input', () => {
    run(false);
    show(Number(when.value));
  });
  window.addEventListener('resize', () => show(time));
  document.documentElement.classList.add('live');
  document.querySelector('.controls').hidden = false;
  // Half a day in, there is something to see also while it stands still.
  show(Math.min(720, film.minutes / 2));
  run(!matchMedia('(prefers-reduced-motion: reduce)').matches);
})();
