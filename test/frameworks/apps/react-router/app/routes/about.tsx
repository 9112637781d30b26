export default function About() { return <main><h1>About</h1>
  <script src="http://127.0.0.1:5055/plain2.js" />
  <script type="text/plain" data-category="statistics" src="http://127.0.0.1:5055/tagged2.js" />
  <iframe data-category="marketing" data-src="http://127.0.0.1:5055/frame.html" title="Film" width="400" height="200" /></main> }
